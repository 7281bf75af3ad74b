import { suspensionScopes } from "../../shared/domain/suspensions.ts";
import type { Suspension } from "../../shared/stores/suspensions.ts";

/** A 利用停止 as an answer shows it. Who it is of stands in its 請求; no pseudonym leaves. */
export const suspensionView = ({ personId: _personId, version: _version, ...row }: Suspension) => ({
  ...row,
  scopeLabels: row.scopes.map((scope) => suspensionScopes[scope]),
});
