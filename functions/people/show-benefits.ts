import { today } from "../../shared/domain/filing.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import type { StorePorts } from "../ports.ts";
import { viewerOf } from "../viewer.ts";
import { readPerson } from "./read-person.ts";
import { itemsOfRecipients } from "./recipient-items.ts";
import { recipientView } from "./recipient-view.ts";

/** 受給年金受給者情報 and 特別障害給付金受給者情報 of a person: every right, how it stands today, and what befell it. */
export const showBenefits =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const loaded = await readPerson(call, ports, { items: ({ person }) => itemsOfRecipients(person.recipients) });
    if ("problem" in loaded) return loaded;
    const { person } = loaded;
    const on = today(call.occasion);
    return {
      status: 200,
      body: {
        on,
        rights: person.recipients.map((right) => recipientView(right, on, person.addressProtected, viewerOf(call))),
      },
    };
  };
