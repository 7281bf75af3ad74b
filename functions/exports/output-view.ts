import { outputPurposes } from "../../shared/domain/output-purposes.ts";
import { sensitiveItems } from "../../shared/domain/output-rules.ts";
import { outputKinds, outputStates } from "../../shared/domain/outputs.ts";
import { recordItems } from "../../shared/domain/record-items.ts";
import type { Output, OutputPart } from "../../shared/stores/outputs.ts";

/** An output as an answer shows it: what it is, who asked and decided, how far it is; nobody is named. */
export const outputView = ({ version: _version, cursor: _cursor, suspensionsPlaced: _placed, ...output }: Output) => ({
  ...output,
  kindLabel: outputKinds[output.kind],
  purposeLabel: outputPurposes[output.purpose].label,
  stateLabel: outputStates[output.state],
  sensitiveItems: sensitiveItems(output).map((item) => ({ item, label: recordItems[item].ja })),
});

/** The files of an output by number, each with its SHA-256; where they lie is nobody's business. */
export const partView = ({ version: _version, object: _object, ...part }: OutputPart) => part;
