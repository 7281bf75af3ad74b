import { claimOf } from "../requests.ts";
import type { MarkedPerson } from "./marked-people.ts";
import type { WitnessedOffice } from "./witnessed-office.ts";

const clerk = { as: "clerk-8", roles: ["clerk"], department: "pension" } as const;
const head = { as: "head-8", roles: ["head"], department: "pension" } as const;
const documentNumber = "8目国発第40号";

/** A 利用停止請求 from its coming in to its end, and a 事故, with a person's data in everything that officers write. */
export const requestDay = async (office: WitnessedOffice, person: MarkedPerson, at: number): Promise<void> => {
  const { atenaNumber, name, address, phoneNumber } = person;
  const note = `${name} ${address} ${phoneNumber}`;
  const receive = async (nth: number, body: object): Promise<string> =>
    (await office.ask("POST", "/v1/requests", { ...clerk, key: `request-day-${at}-${nth}`, body })).body.requestId;
  const act = (requestId: string, body: object) =>
    office.ask("POST", `/v1/requests/${requestId}/actions`, { ...head, body });
  const claim = await receive(1, claimOf("suspension", atenaNumber, { summary: note }));
  await act(claim, { action: "ask-correction", note });
  await act(claim, { action: "corrected", note });
  await act(claim, { action: "extend", days: 10, reason: "hard-to-judge", documentNumber, note });
  await office.ask("POST", `/v1/requests/${claim}/decision`, {
    ...head,
    body: { outcome: "suspended-part", documentNumber, note },
  });
  const placed = await office.ask("POST", "/v1/suspensions", {
    ...head,
    body: { requestId: claim, atenaNumber, scopes: ["provision"], until: null, documentNumber },
  });
  await office.ask("POST", `/v1/suspensions/${placed.body.suspensionId}/lifting`, {
    ...head,
    as: "head-9",
    body: { documentNumber },
  });
  await act(claim, { action: "close" });
  const incident = await receive(2, {
    kind: "incident",
    receivedOn: "2026-11-20",
    peopleCount: 1,
    specific: true,
    wrongful: false,
    summary: note,
  });
  await act(incident, { action: "tell-interim", note });
  for (const requestId of [claim, incident]) await office.ask("GET", `/v1/requests/${requestId}`, head);
  await office.ask("GET", "/v1/requests", head);
};
