/** Float results of percent arithmetic may exceed a whole number by a hair; that hair is not a won. */
const FLOAT_SLACK = 1e-6;

/** The smallest multiple of `step` that is not below `amountKrw`; works for negative amounts too. */
export function roundUpTo(amountKrw: number, step: number): number {
  const rounded = Math.ceil(amountKrw / step - FLOAT_SLACK) * step;
  return rounded === 0 ? 0 : rounded;
}
