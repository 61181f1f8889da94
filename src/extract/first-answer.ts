/**
 * What the first of several rules says that knows its subject; undefined when none does. A rule answers undefined for what is not its own,
 * and null for what is its own and comes to nothing.
 */
export function firstAnswer<Subject, Answer>(
  rules: readonly ((subject: Subject) => Answer | undefined)[],
  subject: Subject,
): Answer | undefined {
  for (const rule of rules) {
    const answer = rule(subject);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
