import type { Claim } from '../claim.js';
import type { FigureText } from './figure-text.js';

/** One way to read a plain number: its claim; null when the figure is of nothing that can be named; undefined when it is not this rule's. */
export type LevelRule<Text extends FigureText = FigureText> = (text: Text) => Claim | null | undefined;
