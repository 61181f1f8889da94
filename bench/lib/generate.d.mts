/** A generated report, as `duizhao extract` takes it. */
export interface GeneratedReport {
  readonly id: string;
  readonly jurisdiction: { readonly id: string; readonly name: string; readonly short: string; readonly level: string; readonly aliases: readonly string[] };
  readonly period: { readonly from: string; readonly to: string; readonly label: string };
  readonly file: string;
  readonly text: string;
}
export function report(index: number, options?: { readonly seed?: number; readonly places?: number }): GeneratedReport;
export function chance(seed: number): () => number;
