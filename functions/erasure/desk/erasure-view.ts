import { erasureStates } from "../../../shared/domain/erasures.ts";
import type { Erasure, Finding } from "../../../shared/stores/erasures.ts";

/** An erasure as an answer shows it: where it stands and how much there is, nobody in it. */
export const erasureView = ({ cursor: _cursor, version: _version, ...erasure }: Erasure) => ({
  ...erasure,
  stateLabel: erasureStates[erasure.state],
});

/** By what a copy was known, in words. */
const knownBy: Readonly<Record<string, string>> = {
  pseudonym: "仮名",
  number: "番号",
  "name-and-birth-date": "氏名と生年月日",
  "sealed-copy": "封をした写し",
  "same-place": "消した行のあった場所",
};

/** A copy that was come upon, for whoever decides on it. Its place names stores and pseudonyms, never a name or number. */
export const findingView = ({ version: _version, owner: _owner, ...finding }: Finding) => ({
  ...finding,
  knownLabel: knownBy[finding.known] ?? finding.known,
});
