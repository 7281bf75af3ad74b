import { certificateKinds } from "../../../shared/audit/certificate.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import { allCertificates } from "../../../shared/stores/certificates.ts";
import type { ErasureDeskPorts } from "./ports.ts";

/** Every certificate of erasure, newest first. */
export const listCertificates =
  ({ database }: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    await keepTrail(database, call.trail({ purpose: "erasure" }));
    const certificates = await allCertificates(database);
    return {
      status: 200,
      body: { certificates: certificates.map((each) => ({ ...each, kindLabel: certificateKinds[each.kind] })) },
    };
  };
