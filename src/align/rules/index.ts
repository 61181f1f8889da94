import { activityRule } from './activity.js';
import { attributionRule } from './attribution.js';
import { baseRule } from './base.js';
import { boundRule } from './bound.js';
import { coherenceRule } from './coherence.js';
import { conceptRule } from './concept.js';
import { counterfactualRule } from './counterfactual.js';
import { denominatorRule } from './denominator.js';
import { duplicateRule } from './duplicate.js';
import { honoursRule } from './honours.js';
import { kindRule } from './kind.js';
import { levelRule } from './level.js';
import { missingRule } from './missing.js';
import { periodRule } from './period.js';
import { readingsRule } from './readings.js';
import { recordingRule } from './recording.js';
import type { Rule } from './rule.js';
import { scopeRule } from './scope.js';
import { selectionRule } from './selection.js';
import { smallNRule } from './small-n.js';
import { stageRule } from './stage.js';
import { statusRule } from './status.js';
import { unitRule } from './unit.js';

/** The 22 rules of domain.md (c), in its order. A new rule is one file and one line here. */
export const RULES: readonly Rule[] = [
  stageRule,
  unitRule,
  kindRule,
  baseRule,
  periodRule,
  scopeRule,
  levelRule,
  conceptRule,
  boundRule,
  statusRule,
  denominatorRule,
  smallNRule,
  recordingRule,
  activityRule,
  duplicateRule,
  coherenceRule,
  attributionRule,
  counterfactualRule,
  honoursRule,
  missingRule,
  selectionRule,
  readingsRule,
];
