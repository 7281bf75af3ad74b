import type { openOffice } from "./office.ts";

type Office = Pick<ReturnType<typeof openOffice>, "ask">;

export const clerk = { as: "clerk-1", roles: ["clerk"] } as const;
export const manager = { as: "manager-1", roles: ["manager"] } as const;
export const auditor = { as: "auditor-1", roles: ["auditor"] } as const;

/** A 請求 of somebody, as the counter takes it in. */
export const receiptOf = (kind: string, atenaNumber: string | null, over: object = {}) => ({
  kind,
  receivedOn: "2026-11-20",
  atenaNumber,
  requester: atenaNumber === null ? null : "self",
  proof: atenaNumber === null ? null : "individual-number-card",
  disclosedOn: kind === "correction" || kind === "suspension" ? "2026-11-01" : null,
  affected: kind === "incident" ? 3 : null,
  wrongful: kind === "incident" ? false : null,
  note: "窓口で受けた",
  ...over,
});

let sent = 0;

/** Takes one in, and gives its number. @throws when it is not taken. */
export const received = async (office: Office, kind: string, atenaNumber: string | null): Promise<string> => {
  sent += 1;
  const { status, body } = await office.ask("POST", "/v1/subject-requests", {
    ...clerk,
    key: `request-${String(sent).padStart(6, "0")}`,
    body: receiptOf(kind, atenaNumber),
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return body.requestId;
};
