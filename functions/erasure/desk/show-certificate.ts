import { certificateName, certificateSignatureName, readCertificate } from "../../../shared/audit/certificate.ts";
import { fingerprintOf, isSignature } from "../../../shared/audit/signature.ts";
import { certificateIdPattern } from "../../../shared/contracts/erasures.ts";
import { problem } from "../../../shared/contracts/problems.ts";
import type { Call } from "../../../shared/http/call.ts";
import type { Reply } from "../../../shared/http/respond.ts";
import { keepTrail } from "../../../shared/stores/audit.ts";
import type { ErasureDeskPorts } from "./ports.ts";

/** A certificate as it lies in the locked bucket, its signature, and whether it is one of the ward's key over those bytes. */
export const showCertificate =
  ({ database, audit, publicKey }: ErasureDeskPorts) =>
  async (call: Call): Promise<Reply> => {
    const { certificateId = "" } = call.params;
    if (!certificateIdPattern.test(certificateId)) return problem("not-found");
    await keepTrail(database, call.trail({ object: certificateId, purpose: "erasure" }));
    const [bytes, sealed] = await Promise.all([
      audit.get(certificateName(certificateId)),
      audit.get(certificateSignatureName(certificateId)),
    ]);
    if (!bytes || !sealed) return problem("not-found");
    const certificate = readCertificate(bytes);
    const signature = Buffer.from(sealed).toString("utf8");
    const key = await publicKey();
    const verified =
      certificate?.certificateId === certificateId &&
      certificate.publicKeyFingerprint === fingerprintOf(key) &&
      isSignature(key, bytes, signature);
    return {
      status: 200,
      body: {
        certificateId,
        certificate: certificate ?? null,
        contentBase64: Buffer.from(bytes).toString("base64"),
        signature,
        publicKeyPem: key.export({ type: "spki", format: "pem" }),
        verified,
      },
    };
  };
