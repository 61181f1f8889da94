import type { InitiativeDraft } from '../../model/finding.js';
import type { Extractor } from '../context.js';

export const extractInitiatives: Extractor<InitiativeDraft> = () => ({ value: [], notes: [] });
