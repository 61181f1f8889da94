import type { ErrorCode } from 'yaml';

/** What the YAML parser finds wrong, in Chinese, by its code; its own English words stand behind in brackets. */
const YAML_ZH: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: '引用（*）上不能再加标记',
  BAD_ALIAS: '引用（*）没有对应的锚点（&）',
  BAD_COLLECTION_TYPE: '列表或键值表的类型不符',
  BAD_DIRECTIVE: '% 指令有误',
  BAD_DQ_ESCAPE: '双引号里的转义（\\）有误',
  BAD_INDENT: '缩进不对，或括号没有合上',
  BAD_PROP_ORDER: '标记的位置不对',
  BAD_SCALAR_START: '文字不能以这个符号开头，须加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个键，或值前少了换行',
  BLOCK_IN_FLOW: '括号里不能换成缩进写法',
  DUPLICATE_KEY: '同一个键写了两次',
  IMPOSSIBLE: '内容无法解析',
  KEY_OVER_1024_CHARS: '键超过 1024 个字符，多半是少了引号或冒号',
  MISSING_CHAR: '缺少冒号、引号、括号或空格',
  MULTILINE_IMPLICIT_KEY: '键跨了行，多半是少了冒号或引号',
  MULTIPLE_ANCHORS: '一处有两个锚点（&）',
  MULTIPLE_DOCS: '文件里有多份文档（---）',
  MULTIPLE_TAGS: '一处有两个类型标记（!）',
  NON_STRING_KEY: '键须是文字',
  RESOURCE_EXHAUSTION: '嵌套太深或引用展开太多',
  TAB_AS_INDENT: '用制表符缩进，应为空格',
  TAG_RESOLVE_FAILED: '类型标记（!）无法识别',
  UNEXPECTED_TOKEN: '这里不该有这个符号',
};

export function yamlReasonZh(code: ErrorCode, message: string): string {
  return `${YAML_ZH[code] ?? YAML_ZH.IMPOSSIBLE}（${message}）`;
}

/** What a value breaks, in Chinese, by the keyword of the schema and its limit; null for a keyword without words here. */
export function schemaReasonZh(keyword: string, limit: unknown): string | null {
  switch (keyword) {
    case 'minimum':
      return `不小于 ${limit} 的数`;
    case 'maximum':
      return `不大于 ${limit} 的数`;
    case 'exclusiveMinimum':
      return `大于 ${limit} 的数`;
    case 'minLength':
      return `至少 ${limit} 个字符`;
    case 'maxLength':
      return `至多 ${limit} 个字符`;
    case 'minItems':
      return `至少 ${limit} 项`;
    case 'minProperties':
      return `至少 ${limit} 个键`;
    case 'uniqueItems':
      return '各项互不相同';
    default:
      return null;
  }
}
