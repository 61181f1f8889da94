/**
 * Letters of the supplement of CJK radicals that Unicode does not decompose, with the characters they look like
 * (Unicode's EquivalentUnifiedIdeograph.txt). Printing programs write them for common characters that share a glyph.
 */
const SUPPLEMENT = new Map(
  [
    ...'⺁厂⺈刀⺌小⺎兀⺒巳⺕彐⺗心⺙攵⺜日⺝月⺟母⺠民⺣灬⺩王⺪疋⺫目⺮竹⺯糸⺰纟⺱网⺶羊⺸羊⺹老⺺聿⺼肉⺾艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻉贝⻋车⻌辶⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻯竜⻰龙⻳龟',
  ].reduce<[string, string][]>((pairs, char, i, all) => {
    if (i % 2 === 0) pairs.push([char, all[i + 1] ?? char]);
    return pairs;
  }, []),
);

/** The text with radicals, which only look like characters, written as the characters. e.g. ⽹ (U+2F79) → 网 */
export function clearRadicals(text: string): string {
  return text
    .replace(/[\u2f00-\u2fdf]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\u2e80-\u2eff]/g, (radical) => SUPPLEMENT.get(radical) ?? radical);
}
