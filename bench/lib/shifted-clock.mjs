// Preloaded (node --import): every clock of the program stands DUIZHAO_BENCH_SHIFT_MS off.
const shift = Number(process.env.DUIZHAO_BENCH_SHIFT_MS);
const Real = Date;
globalThis.Date = class Shifted extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + shift);
    else super(...given);
  }
  static now() {
    return Real.now() + shift;
  }
};
