// Words that want something after them. e.g. …荣获 ⏎ “全国优秀公安局”称号
const particle =
  /[的地和与及或在对将为被把向从由以于至到等其且但也又再各每本此约近超达受经按据使让令给跟同之所是万亿余有占较了仅只已正第]$|(?<![\d余多几两])名$/;
const words =
  /(?:通过|开展|组织|实现|取得|进行|建立|推动|推进|根据|按照|依托|围绕|针对|包括|以及|先后|累计|共计|荣获|获得|获评|荣膺|授予|同比|分别|其中|下降|上升|增长|减少|达到|超过|抓获|破获|查处|办理|发布|投入|建成|完成|化解|排查|挽回|追回|冻结|止付|劝阻|打掉|捣毁|拘留|联合|会同|新增|出台|推出|组建|设立|打造|配备|走访|覆盖|涉及|纳入|入选|确保|力争|公安局|公安机关)$/;

/** True where a text ends in a word that wants something after it: a piece of a sentence, not a heading. */
export function isUnfinished(text: string): boolean {
  const tail = text.slice(-8);
  return (particle.test(tail) && !/是[^，。]{1,8}的$/.test(text.slice(-12))) || words.test(tail);
}
