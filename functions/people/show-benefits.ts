import { today } from "../../shared/domain/filing.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import type { StorePorts } from "../ports.ts";
import { viewerOf } from "../viewer.ts";
import { readPerson } from "./read-person.ts";
import { itemsOfRecipients } from "./recipient-items.ts";
import { recipientView } from "./recipient-view.ts";

/** 受給者: every right of a person in both registers, as it stands today, each with its history. */
export const showBenefits =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const loaded = await readPerson(call, ports, { items: ({ recipients }) => itemsOfRecipients(recipients) });
    if ("problem" in loaded) return loaded;
    const on = today(call.occasion);
    const { recipients, addressProtected } = loaded.person;
    return {
      status: 200,
      body: { on, benefits: recipients.map((right) => recipientView(right, on, addressProtected, viewerOf(call))) },
    };
  };
