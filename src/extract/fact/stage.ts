/** The recording stages, most telling first; the first that a label or its verb names is the fact's stage. */
const STAGES: readonly (readonly [string, RegExp])[] = [
  ['警情', /警情|接报警|接警|报警/],
  ['破案', /破案|破获|侦破|告破|全破|侦结|破积案/],
  ['起诉', /起诉|公诉/],
  ['逮捕', /逮捕|批捕/],
  ['刑拘', /刑事拘留|刑拘/],
  ['行政拘留', /行政拘留|行拘|治安拘留/],
  ['打处', /打击处理|打处/],
  ['抓获', /抓获|抓捕|缉捕|归案/],
  ['立案', /立案|立刑事/],
  ['受案', /受理|受案/],
  ['查处', /查处|查办|查破/],
  ['侦办', /侦办/],
  ['发案', /发案|发生数|少发|多发|发生案件/],
  ['判决', /判决|判处/],
  ['预警', /预警/],
  ['劝阻', /劝阻/],
  ['止付', /止付/],
  ['冻结', /冻结/],
  ['返还', /返还|发还/],
  ['挽损', /挽回|挽损|追赃/],
  ['排查', /排查(?!化解|整)|摸排(?!化解)/],
  ['化解', /化解|调处|调解/],
  ['整改', /整改|整治/],
];

/** The recording stage a label counts, or null where it names none. Joint verbs (立案侦办) give the first of the table. */
export function stageOf(label: string): string | null {
  for (const [stage, pattern] of STAGES) if (pattern.test(label)) return stage;
  return null;
}
