import type { LineRule } from '../rule.js';

// e.g. 责任编辑：夏琴 美术编辑：沈其兵; 策划/张明 文/李华; 制图/徐云
const role =
  /(?:^|[\s（(|丨])(?:本[版期文])?(?:责任编辑|美术编辑|值班编委|值班编辑|编辑|责编|美编|版式设计|版式|撰文|撰稿|采写|文字|校对|审校|审核|编审|监制|制图|绘图|漫画|制作|策划|统筹|摄影|供图|供稿|来稿|组稿|排版|视觉|设计|出品|主编|总编|终审|初审|复审|一审|二审|三审|投稿邮箱|新闻热线|联系电话|地址|邮编|电话|文\/图|图\/文|文图)\s?[：:/／丨|]?\s?[\u4e00-\u9fffA-Za-z0-9@]/;
// e.g. （本版图片由省公安厅提供）
const pictures =
  /^[（(]?(?:本版|本文|文中|以上|版面)?(?:图片|照片|稿件|配图|漫画|制图)[^，。；]{0,24}(?:提供|供图|供稿|摄|绘)[）)]?。?$/;

/** Who made, laid out, or answers for the page. */
export const credit: LineRule = {
  id: 'credit',
  description: 'Who made, laid out or answers for the page: 责任编辑, 版式, 制图, 供图.',
  examples: [
    { line: '责任编辑：夏琴 美术编辑：沈其兵', is: true },
    { line: '策划/张明 文/李华 王磊 赵军 周敏 供图/云州市公安局', is: true },
    { line: '（本版图片由省公安厅提供）', is: true },
    { line: '制图/徐云', is: true },
    { line: '编辑：丁一 审核：万海洋', is: true },
    { line: '（文/图 临港公安分局政治处 联系电话：0577-8800110）', is: true },
    { line: '本版撰文：张三 李四', is: true },
    { line: '设计制作反诈宣传海报2万份，发放到户。', is: false },
    { line: '策划组织“平安夜市”宣传12场', is: false },
    { line: '审核把关更加严格', is: false },
  ],
  test: (line) => {
    if (line.length > 90 || /[，。；！？]./.test(line)) return false;
    if (pictures.test(line)) return true;
    const match = role.exec(line);
    // Without a separator the role word may be a verb: 审核把关
    return (
      match !== null &&
      /[：:/／丨| ]|^[（(]/.test(line) &&
      /(?:[：:/／丨|]|\s)\s?[\u4e00-\u9fffA-Za-z0-9@]/.test(line) &&
      isRoleList(line)
    );
  },
};

/** Every stretch between separators is short: names, not statements. */
function isRoleList(line: string): boolean {
  return (
    line.split(/[\s：:/／丨|（）()]/).every((part) => part.length <= 16) &&
    !/[件起人次个%]\d|\d[件起人次个%]/.test(line)
  );
}
