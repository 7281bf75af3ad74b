import type { Call } from "../shared/http/call.ts";
import type { Viewer } from "../shared/protection/mask-person.ts";

/** Who looks, and why, as masking goes by it. */
export const viewerOf = ({ caller, purpose }: Call): Viewer => ({ roles: caller.roles, purpose });
