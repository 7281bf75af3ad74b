import { mayPerhaps } from "../../../shared/access/may.ts";
import { operations } from "../../../shared/contracts/operations.ts";
import { departments } from "../../../shared/domain/departments.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { roles } from "../../../shared/domain/roles.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { sessionOf, sessionRowOf } from "../../../shared/stores/sessions.ts";
import type { RightsPorts } from "./ports.ts";

/** Who is signed in where, until when, and what they may do: what a console shows on every page. */
export const showSession =
  ({ database, idleSeconds }: RightsPorts) =>
  async ({ caller }: Call): Promise<Reply> => {
    const [item] = caller.session === null ? [] : await database.getAll([sessionRowOf(caller.session)]);
    const session = sessionOf(item);
    return {
      status: 200,
      body: {
        officer: caller.officer,
        department: caller.department,
        departmentLabel: caller.department === "" ? "" : departments[caller.department],
        roles: caller.roles,
        roleLabels: caller.roles.map((role) => roles[role]),
        counter: caller.counter,
        terminal: caller.terminal,
        startedAt: session?.startedAt ?? null,
        endsAt: session?.endsAt ?? null,
        idleSeconds,
        actions: keysOf(operations).filter((operation) => mayPerhaps(caller, operation)),
      },
    };
  };
