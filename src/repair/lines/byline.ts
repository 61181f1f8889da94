import type { LineRule } from '../rule.js';

// e.g. 本报记者 罗启明 通讯员 陈三元; 湖北日报全媒体记者 许旷; □ 湖北日报评论员; 作者：李明
const reporter =
  /^(?:[□■●○◎☆★◆/]\s?)?(?:[\u4e00-\u9fff]{0,12}(?:记者|通讯员|评论员|特派员|特约撰稿人?)|撰文|撰稿|作者|[文图]字?[/／：:丨|])/;
// e.g. 松陵市副市长、市公安局局长 欧阳百里; not 法制支队三级警长 尹凡, who stands in a roll
const speaker =
  /^[\u4e00-\u9fff、（）]{2,24}(?:(?<![警所队])长|书记|主任|政委|主席|代表|专员|警监) [\u4e00-\u9fff]{2,4}$/;
const roles = /记者|通讯员|评论员|撰文|撰稿|作者|文[/／：:丨|]/;
const verbs = /[，。；！？]|[了在将已把被向对从于]|[“”《》]|\d/;

/** Who wrote it. */
export const byline: LineRule = {
  id: 'byline',
  description: 'Who wrote the text: 记者, 通讯员, 文/, 作者.',
  examples: [
    { line: '记者吴守全 通讯员吴涛 赵伟 宋建彬', is: true },
    { line: '湖北日报全媒体记者 许旷 通讯员 龚轩', is: true },
    { line: '□ 湖北日报评论员', is: true },
    { line: '（本报记者 邱实 整理）', is: true },
    { line: '（通讯员 于四海 对本文亦有贡献）', is: true },
    { line: '本报记者 苗晓禾 文/图', is: true },
    { line: '松陵市副市长、市公安局局长 欧阳百里', is: true },
    { line: '南陵日报记者：请问省公安厅有哪些具体举措？', is: false },
    { line: '记者在派出所看到，调解室里坐满了人', is: false },
    { line: '记者节期间，民警走访媒体', is: false },
    { line: '法制支队三级警长 尹凡', is: false },
  ],
  test: (line) => {
    if (line.length > 80) return false;
    const inner = line.replace(/^[（(【]|[）)】]$/g, '');
    if (inner !== line && line.length <= 40 && roles.test(inner) && !/[，。；：]/.test(inner)) return true;
    if (speaker.test(line)) return true;
    return reporter.test(inner) && !verbs.test(inner.replace(/[：:]/g, '')) && !/[：:].{12}/.test(inner);
  },
};
