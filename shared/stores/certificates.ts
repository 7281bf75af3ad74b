import * as z from "zod";
import {
  certificateBytes,
  certificateKinds,
  certificateName,
  certificateSignatureName,
  type ErasureCertificate,
  readCertificate,
} from "../audit/certificate.ts";
import { fingerprintOf, type Signer, signatureText } from "../audit/signature.ts";
import { keysOf } from "../domain/keys-of.ts";
import { instantSchema } from "../domain/values.ts";
import { type Database, queryAll, type Write } from "./database.ts";
import type { TrailFiles } from "./trail-files.ts";

const partition = "CERTIFICATES";

/** What a list of certificates tells of one. */
export const listed = z.object({
  sk: z.string(),
  kind: z.enum(keysOf(certificateKinds)),
  of: z.string(),
  until: instantSchema,
  records: z.int(),
});

export type ListedCertificate = Omit<z.infer<typeof listed>, "sk"> & { readonly certificateId: string };

/** The row by which a certificate is listed. Written again it says the same. */
export const certificateRow = ({ certificateId, kind, of, until, erased }: ErasureCertificate): Write => ({
  kind: "put",
  table: "erasures",
  item: {
    pk: partition,
    sk: certificateId,
    kind,
    of,
    until,
    records: erased.reduce((sum, { records }) => sum + records, 0),
  },
});

/** Newest first. */
export const allCertificates = async (database: Database): Promise<ListedCertificate[]> => {
  const rows: ListedCertificate[] = [];
  for await (const item of queryAll(database, { table: "erasures", pk: partition, descending: true })) {
    const { sk: certificateId, ...row } = listed.parse(item);
    rows.push({ certificateId, ...row });
  }
  return rows;
};

/**
 * Puts a certificate and its signature into the locked bucket. Cut off and begun again, the certificate that is there
 * already is the one. @throws when another one lies under its id.
 */
export const issueCertificate = async (
  { audit, signer }: { readonly audit: TrailFiles; readonly signer: Signer },
  unsigned: Omit<ErasureCertificate, "form" | "publicKeyFingerprint" | "algorithm">,
): Promise<ErasureCertificate> => {
  const certificate: ErasureCertificate = {
    ...unsigned,
    form: 1,
    publicKeyFingerprint: fingerprintOf(await signer.publicKey()),
    algorithm: "ECDSA-P256-SHA256",
  };
  const bytes = certificateBytes(certificate);
  const name = certificateName(certificate.certificateId);
  if (!(await audit.add(name, bytes, "application/json"))) {
    const there = await audit.get(name);
    if (!there || !readCertificate(there) || Buffer.compare(there, bytes) !== 0)
      throw new Error("another certificate lies under that id");
  }
  const signature = Buffer.from(signatureText(await signer.sign(bytes)));
  // A signature that is there already is one of the same bytes.
  await audit.add(certificateSignatureName(certificate.certificateId), signature, "text/plain");
  return certificate;
};
