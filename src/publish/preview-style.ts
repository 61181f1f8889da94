/** How an error looks in the page: over the brief at the foot of the window, wherever the reader is. */
const problem = `#live-problem {
  position: fixed; inset: auto 0 0 0; z-index: 99; max-height: 45vh; overflow: auto; margin: 0; padding: .8rem 1.2rem;
  background: #fff4f2; color: #5c1610; border-top: 4px solid #8f2a22; box-sizing: border-box;
  font: 400 .875rem/1.6 ui-monospace, "Noto Sans SC", monospace; white-space: pre-wrap; overflow-wrap: anywhere;
}
@media print { #live-problem { display: none; } }
`;

/**
 * What is out of sight is not laid out: a brief of 200 reports is 200,000 elements, and takes a third of the time to come up. The sizes are
 * guesses that hold until the reader comes by.
 */
const outOfSight = `@media screen { figure, .evi ol, .texts { content-visibility: auto; contain-intrinsic-size: auto 1000px; } }
`;

/** What the preview adds to the brief's own style sheet. */
export const previewStyle = problem + outOfSight;
