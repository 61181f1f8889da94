const numerals = '一二三四五六七八九十';

/** A numbered block: how it is numbered and which number it has. */
interface Numbered {
  readonly form: string;
  readonly value: number;
}

function chineseValue(text: string): number {
  if (text.length === 1) return numerals.indexOf(text) + 1;
  const [tens, ones] = [text.indexOf('十'), text[text.length - 1] ?? ''];
  if (tens < 0) return 0;
  return (
    (tens === 0 ? 10 : (numerals.indexOf(text[0] ?? '') + 1) * 10) + (ones === '十' ? 0 : numerals.indexOf(ones) + 1)
  );
}

/** The number a block opens with, or null. e.g. （三）着力夯实基层基础 → （一）, 3 */
export function numberOf(text: string): Numbered | null {
  const chinese = /^(（?)([一二三四五六七八九十]{1,3})(、|）)/.exec(text);
  if (chinese) return { form: `${chinese[1]}一${chinese[3]}`, value: chineseValue(chinese[2] ?? '') };
  const arabic = /^(0?)(\d{1,2})(?:[.．、)） ])/.exec(text);
  return arabic ? { form: `${arabic[1]}1`, value: Number(arabic[2]) } : null;
}

/**
 * Pairs of blocks that follow each other in one numbering, by index: （二） and the （三） behind it, whatever stands between
 * them. A number that stands twice (two reports numbered alike) is linked to the nearest one before it that nothing follows yet.
 */
export function seriesLinks(texts: readonly string[]): (readonly [number, number])[] {
  const links: (readonly [number, number])[] = [];
  const open: { index: number; numbered: Numbered }[] = [];
  texts.forEach((text, index) => {
    const numbered = numberOf(text);
    if (!numbered) return;
    for (let i = open.length - 1; i >= 0; i--) {
      const before = open[i];
      if (!before || before.numbered.form !== numbered.form || before.numbered.value !== numbered.value - 1) continue;
      links.push([before.index, index]);
      open.splice(i, 1);
      break;
    }
    open.push({ index, numbered });
    if (open.length > 64) open.shift();
  });
  return links;
}
