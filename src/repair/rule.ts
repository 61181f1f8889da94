/** An example of a repair rule: source text in, repaired text out. They are the rule's tests and its documentation. */
export interface RepairExample {
  readonly source: string;
  readonly repaired: string;
  /** What the example shows, where it is not plain. */
  readonly why?: string;
}

/** What a repair rule is called and what it does; `id` stands in every edit it makes. */
export interface RepairMeta {
  readonly id: string;
  readonly description: string;
  readonly examples: readonly RepairExample[];
}
