import type { Jurisdiction } from '../../model/corpus.js';
import { onceFor } from '../../text/once-for.js';
import { withoutTimes } from './period/find-times.js';
import { VERBS } from './words.js';

const WHOLE_SCOPE =
  /^(?:在|对|将|向|为|至|截至)?(全(?:市|省|县|区|州|局|旗|盟|所|镇|国)|辖区|我(?:市|省|县|区|局))(?:公安机关)?/;
// e.g. 汉阳区公安分局, 浆洗街派出所, 市反诈中心, 出入境管理支队
const OFFICE =
  /^(?:在|由|其中|以|经)?([一-鿿]{0,10}?(?:派出所|警务站|支队|大队|中队|公安局|公安分局|分局|市局|县局|省厅|公安厅|反诈中心))/;
/** Words that show that a noun before 派出所 is no name: 新建改建派出所, 社区民警占派出所. */
const NO_NAME =
  /^[这那是该此]|城区|农村|基层|辖区|乡镇|街道|占|的|各|全|个|所有|每|新|民警|辅警|警力|推动|完成|公安机关|在|把|将|对|由|从|及|和/;
/** Offices that stand for the whole bureau. */
const OWN_OFFICE =
  /^(?:市局|县局|省厅|省公安厅|市公安局|县公安局|区公安分局|分局|(?:市|县|区|省)?反诈中心|(?:市|区|县)?公安分局)$/;

/** Where a figure holds. */
export interface Scope {
  readonly name: string | null;
  /** A part of the jurisdiction: one station, one district's bureau. */
  readonly subUnit: boolean;
}

/** The scope a clause states at its head; null where it states none, so that the one before goes on. */
export function scopeIn(text: string, jurisdiction: Jurisdiction): Scope | null {
  const head = withoutTimes(text)
    .replace(/^[\s，,、：:●★·-]+/, '')
    .slice(0, 30);
  const whole = WHOLE_SCOPE.exec(head)?.[1];
  if (whole && whole !== '全国') return { name: whole, subUnit: false };
  const own = namesOf(jurisdiction);
  const named = OFFICE.exec(head)?.[1];
  // 国家反诈中心APP: a programme, no office of the report's
  const office = named && !/^(?:“?国家)/.test(named) ? named : undefined;
  // 省厅下达的打击任务: who set the task is not who did it
  const sets = office
    ? /^(?:下达|交办|部署|督办|要求|命名|表彰|通报|组织的|授予)/.test(head.slice(head.indexOf(office) + office.length))
    : false;
  if (office && !sets && isNamed(office)) return { name: office, subUnit: isSubUnit(office, own, jurisdiction) };
  const place = own.find((name) => head.startsWith(name));
  return place ? { name: place, subUnit: false } : null;
}

/** What the jurisdiction itself is called, the longest first. */
const namesOf = onceFor(({ name, short, aliases }: Jurisdiction): readonly string[] =>
  [name, short, ...aliases].filter((own) => own.length >= 2).sort((a, b) => b.length - a.length),
);

function isNamed(office: string): boolean {
  if (OWN_OFFICE.test(office)) return true;
  const name = office.replace(/(?:派出所|警务站|支队|大队|中队|公安局|公安分局|分局|公安厅|反诈中心)$/, '');
  return (
    name.length >= 2 &&
    !NO_NAME.test(name) &&
    !/[被获将]/.test(name) &&
    !VERBS.some((verb) => verb.length >= 2 && name.includes(verb) && verb !== '出入境')
  );
}

/** One office below the level the report is about. */
function isSubUnit(office: string, own: readonly string[], jurisdiction: Jurisdiction): boolean {
  if (jurisdiction.level === 'station' || OWN_OFFICE.test(office)) return false;
  if (/派出所|警务站|大队|中队/.test(office)) return true;
  if (/支队$/.test(office)) return false;
  if (own.some((name) => name.includes(office) || office.startsWith(name))) return false;
  return (
    (jurisdiction.level === 'city' || jurisdiction.level === 'province') &&
    /(?:区|县|旗|市).{0,4}局$|分局$/.test(office)
  );
}
