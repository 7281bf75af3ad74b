import type { RequestKind } from "../../shared/domain/request-kinds.ts";
import type { openOffice } from "./office.ts";

type Office = Pick<ReturnType<typeof openOffice>, "ask">;

const clerk = { as: "clerk-9", roles: ["clerk"], department: "pension" } as const;

/** A 請求 of somebody on file as it comes in at the counter. */
export const claimOf = (kind: RequestKind, atenaNumber: string, over: object = {}) => ({
  kind,
  atenaNumber,
  receivedOn: "2026-11-20",
  requester: "self",
  identityDocument: "drivers-licence",
  summary: "窓口で受け付けた",
  ...over,
});

let keys = 0;

/** Takes a case in and answers with its number. */
export const received = async (office: Office, body: object): Promise<string> => {
  keys += 1;
  const answer = await office.ask("POST", "/v1/requests", {
    ...clerk,
    key: `request-${String(keys).padStart(6, "0")}`,
    body,
  });
  if (answer.status !== 201) throw new Error(`not received: ${JSON.stringify(answer.body)}`);
  return answer.body.requestId;
};

/** A 利用停止請求 that is being looked into, for tests of what rests on one. */
export const suspensionClaim = (office: Office, atenaNumber: string): Promise<string> =>
  received(office, claimOf("suspension", atenaNumber));
