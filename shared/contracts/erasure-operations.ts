import type { Operation } from "./operation.ts";

/** Calls by which erasure is seen, decided on, held back and proved. */
export const erasureOperations = {
  listErasures: {
    method: "GET",
    path: "/v1/erasures",
    function: "erasure",
    kind: "read",
    title: "消去の一覧を見る",
  },
  showErasure: {
    method: "GET",
    path: "/v1/erasures/{erasureId}",
    function: "erasure",
    kind: "read",
    title: "消去の進み具合と、消す前の報告を見る",
  },
  listErasureItems: {
    method: "GET",
    path: "/v1/erasures/{erasureId}/items",
    function: "erasure",
    kind: "read",
    title: "消去の対象を見る",
  },
  decideErasure: {
    method: "POST",
    path: "/v1/erasures/{erasureId}/decision",
    function: "erasure",
    kind: "approval",
    title: "消去を承認または差し戻す",
  },
  resumeErasure: {
    method: "POST",
    path: "/v1/erasures/{erasureId}/resumption",
    function: "erasure",
    kind: "operation",
    title: "止まった消去を再開する",
  },
  settleFinding: {
    method: "POST",
    path: "/v1/erasures/{erasureId}/findings/{findingId}/decision",
    function: "erasure",
    kind: "approval",
    title: "読み返しで見つかった写しの扱いを決める",
  },
  listCertificates: {
    method: "GET",
    path: "/v1/certificates",
    function: "erasure",
    kind: "read",
    title: "消去証明の一覧を見る",
  },
  showCertificate: {
    method: "GET",
    path: "/v1/certificates/{certificateId}",
    function: "erasure",
    kind: "read",
    title: "消去証明を見る",
  },
  showRetention: {
    method: "GET",
    path: "/v1/retention",
    function: "erasure",
    kind: "read",
    title: "保存期間の表を見る",
  },
  listHolds: {
    method: "GET",
    path: "/v1/holds",
    function: "erasure",
    kind: "read",
    title: "消去の保留を見る",
  },
  placeHold: {
    method: "POST",
    path: "/v1/holds",
    function: "erasure",
    kind: "change",
    title: "消去を保留する",
  },
  liftHold: {
    method: "POST",
    path: "/v1/holds/{holdId}/lifting",
    function: "erasure",
    kind: "change",
    title: "消去の保留を解く",
  },
} as const satisfies Record<string, Operation>;
