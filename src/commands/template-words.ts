/** What Handlebars and the renderer say of a template, with its Chinese; `$1` is the name it speaks of. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^"(.{1,80}?)" not defined in /, '没有字段“$1”'],
  [/^The partial (.{1,80}?) could not be (?:found|compiled)/, '没有局部模板“$1”'],
  [
    /^(?:You specified knownHelpersOnly, but used the unknown helper|Missing helper:) "?([^"]{1,80})"?/,
    '没有辅助函数“$1”',
  ],
  [/^(.{1,80}?) doesn't match (.{1,80})/, '块的开头“$1”与结尾“$2”不符'],
  [/^Parse error on line (\d{1,7})/, '第 $1 行的写法无法解析'],
  [/^Lexical error on line (\d{1,7})/, '第 $1 行有无法识别的符号'],
  [/^Invalid path: (.{1,80})/, '路径“$1”写法有误'],
  [/^Must pass iterator to #each/, '#each 后面缺少列表'],
  [/^#(if|unless|with) requires exactly one argument/, '#$1 后面须有且只有一项'],
  [/^(\w{1,20}): found (\w{1,20}), expected /, '辅助函数 $1 得到的值类型不对（$2）'],
  [/^(?:messages\.[\w-]{1,8}\.json: )?found no words for "(.{1,80}?)"/, '词句文件里没有“$1”'],
  [/^(?:messages\.[\w-]{1,8}\.json: )?"(.{1,80}?)" asks for \{(\w{1,20})\}/, '词句“$1”要用的 {$2} 没有给出'],
  [/^found no JSON/, '不是 JSON'],
  [/^expected one object of words/, '不是一个由词句组成的 JSON 对象'],
  [/^found (\w{1,20}) at (.{1,80}?), expected a text/, '“$2”的值不是文字（$1）'],
  [/^found no such (?:file|template)/, '没有这个文件'],
  [/^found (.{1,40}?), which asks for something from outside/, '“$1”会向外部取东西，而简报是不取任何东西的单个文件'],
];

/** The reason of a TemplateError in Chinese, its own English words behind it in brackets; those alone where nothing fits. */
export function templateReasonZh(reason: string): string {
  for (const [pattern, zh] of REASONS) {
    const found = pattern.exec(reason);
    if (found)
      return `${zh.replace(/\$([12])/g, (_, n: string) => found[Number(n)] ?? '')}（${reason.split('\n')[0]}）`;
  }
  return reason;
}
