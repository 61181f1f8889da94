import type { LineRule } from '../rule.js';

// e.g. ▲2020年1月29日,副市长督导疫情防控工作。
const pictureMark = /^[▲△▼▽▶◀►◄↑↓←→⬆⬇⇧⇩](?![0-9.]+%)\s?[^\s]/;
// e.g. （图为社区民警入户走访）, 【资料图：…】, 图①：…, 上图：…
const pictureWord =
  /^[（(【[]?(?:图为|图片[：:为]|资料图|配图|题图|[上下左右]图[：:为，]|图[①-⑳一二三四五六七八九十\d]{1,2}[ ：:，、]|[（(【]图)/;
// e.g. 赵远 摄, 通讯员 摄, 记者 郭鸣 摄影, 资料图片
const credit = /(?:[\s\u3000）)。]|[\u4e00-\u9fff]{2,4}\s?)(?:摄|摄影|供图|图片提供|资料图片?)[）)】]?。?$/;

/** A picture's caption by its own looks; captions without a mark are told by where they stand (see `looksLikePicture`). */
export const caption: LineRule = {
  id: 'caption',
  description: 'A line under a picture: begins with ▲ or 图为 or ends with 摄 or 供图.',
  examples: [
    { line: '▲2018年1月5日，市公安局与华为技术有限公司签署战略合作协议。', is: true },
    { line: '（图为社区民警在“板凳议事会”上听取居民意见）', is: true },
    { line: '【资料图：社区民警入户走访】', is: true },
    { line: '民警向老人讲解防骗知识。 赵远 摄', is: true },
    { line: '图①：特警在广场巡逻', is: true },
    { line: '↓9.7%', is: false },
    { line: '图书馆前的警务站全年接处警1200起。', is: false },
    { line: '警方依法查处偷拍偷摄', is: false },
    { line: '策划/张明 文/李华 供图/云州市公安局', is: false },
  ],
  test: (line) =>
    line.length <= 160 &&
    (pictureMark.test(line) ||
      pictureWord.test(line) ||
      (credit.test(line) && !/[偷拍]摄$/.test(line) && !/^[^，。]{0,40}(?:文|策划)[/／：:]/.test(line))),
};

// e.g. 民警在辖区巡逻。 / 省公安厅举行升国旗仪式。 / 交警妥善处理交通事故
const scene =
  /正在|现场|合影|仪式|巡逻|演练|走访|宣讲|宣传|讲解|讲课|发放|检查|慰问|授旗|授牌|揭牌|签约|签署|座谈|集结|出征|宣誓|誓词|指挥交通|执勤|值守|训练|护学|护航|救援|搜救|解救|讲座|展示|入户|面对面|搬到|为企业|为群众|帮助|处理|守护|查看|了解/;

/**
 * How much a line without a mark reads like a caption, 0 to 3: short, one sentence, somebody doing something one can see, no
 * figures. Where it stands counts more; ask for that elsewhere.
 */
export function looksLikePicture(line: string): number {
  if (line.length > 60 || line.length < 4) return 0;
  const inner = line.replace(/[。！]$/, '');
  if (/[。！？；：]/.test(inner) || (inner.match(/，/g)?.length ?? 0) > 1) return 0;
  // an award, a share, a rest of a sentence: told, not seen
  if (/荣获|获评|授予|称号|被评|位居|全省第|[、，：]$|^(?:等|的|了|并|就|也|和|与)/.test(inner)) return 0;
  // a date is no figure
  if (/\d/.test(inner.replace(/\d{4}年|\d{1,2}月|\d{1,2}日|“[^”]*”/g, ''))) return 0;
  return (
    (scene.test(inner) ? 1.5 : 0) +
    (/民警|辅警|交警|特警|刑警|公安|警官|警察|骑警|警方/.test(inner) ? 1 : 0) +
    (line.length <= 30 ? 0.5 : 0)
  );
}
