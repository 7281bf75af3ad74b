import { today } from "../../shared/domain/filing.ts";
import { keysOf } from "../../shared/domain/keys-of.ts";
import { isSuspended, suspensionScopes } from "../../shared/domain/suspensions.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { monthOf } from "../../shared/law/calendar.ts";
import { suspensionOf, suspensionRowOf } from "../../shared/stores/suspensions.ts";
import type { StorePorts } from "../ports.ts";
import { viewerOf } from "../viewer.ts";
import { personView } from "./person-view.ts";
import { readPerson } from "./read-person.ts";
import { reliefsView } from "./relief-view.ts";

/** 被保険者 as the file holds them: the qualification today, every 免除, and what of the record may not be used or provided. */
export const showPerson =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const loaded = await readPerson(call, ports, { beside: suspensionRowOf });
    if ("problem" in loaded) return loaded;
    const on = today(call.occasion);
    const suspension = suspensionOf(loaded.beside);
    return {
      status: 200,
      body: {
        ...personView(loaded.person, on, viewerOf(call)),
        reliefs: reliefsView(loaded.person, monthOf(on)),
        suspended: keysOf(suspensionScopes)
          .filter((scope) => isSuspended(suspension, scope, on))
          .map((scope) => ({ scope, label: suspensionScopes[scope] })),
      },
    };
  };
