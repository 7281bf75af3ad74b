import { today } from "../../shared/domain/filing.ts";
import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import type { StorePorts } from "../ports.ts";
import { viewerOf } from "../viewer.ts";
import { personView } from "./person-view.ts";
import { readPerson } from "./read-person.ts";

/** 被保険者 as the file holds them, and the qualification today. */
export const showPerson =
  (ports: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    const loaded = await readPerson(call, ports);
    return "problem" in loaded
      ? loaded
      : { status: 200, body: personView(loaded.person, today(call.occasion), viewerOf(call)) };
  };
