import { may } from "../../shared/access/may.ts";
import { today } from "../../shared/domain/filing.ts";
import { lettersFrom, type PersonId } from "../../shared/domain/ids.ts";
import { stateAfter } from "../../shared/domain/outputs.ts";
import { auditWrite } from "../../shared/stores/audit.ts";
import { sha256 } from "../../shared/stores/files.ts";
import { type Output, type OutputPart, outputWrite, partWrite } from "../../shared/stores/outputs.ts";
import { noneChangedSince, suspendedPeople } from "../../shared/stores/suspensions.ts";
import { producePackage } from "../requests/package/produce-package.ts";
import { expiryOf } from "./expiry.ts";
import { produceExtract } from "./kinds/produce-extract.ts";
import { produceForms } from "./kinds/produce-forms.ts";
import { produceList } from "./kinds/produce-list.ts";
import { produceTrail } from "./kinds/produce-trail.ts";
import { partName } from "./part-name.ts";
import type { MadeFile, OutputOf, Produced, Work } from "./work.ts";

const produce = (work: Work): Promise<Produced> => {
  const { output } = work;
  switch (output.kind) {
    case "list":
      return produceList({ ...work, output });
    case "extract":
      return produceExtract({ ...work, output });
    case "forms":
      return produceForms({ ...work, output });
    case "trail":
      return produceTrail({ ...work, output });
    case "disclosure":
      return producePackage({ ...work, output });
  }
};

/** Where the files of an output lie. Neither folder nor file is named after anybody. */
export const folderOf = (outputId: string): string => `${outputId}/`;

const kept = async (file: MadeFile, part: number, { output, ports }: Work): Promise<OutputPart> => {
  const { outputId } = output;
  const object = `${folderOf(outputId)}${lettersFrom(ports.random(16))}`;
  await ports.exports.put(object, file.bytes, file.type);
  return {
    part,
    object,
    name: partName(outputId, part, file.type),
    type: file.type,
    size: file.bytes.length,
    lines: file.lines,
    sha256: sha256(file.bytes),
    takenAt: null,
    version: 1,
  };
};

/**
 * Which outputs use people's records in bulk, so that a suspended 利用 reaches them; the trail names only pseudonyms, and what
 * is disclosed goes to the person themself.
 */
const isBulkUse = { list: true, extract: true, forms: true, trail: false, disclosure: false } as const satisfies Record<
  Output["kind"],
  boolean
>;
const nobody = { people: new Set<PersonId>(), changes: null };

/** An approved output is made in the name of those who approve outputs: the policies are asked for each person. */
const approver = { department: "pension", roles: ["manager"], system: null } as const;

/**
 * One turn of a production. Its files lie in the bucket before the turn counts, and count with it in one transaction: a turn
 * that was cut off is done again, and what it left behind is under no name that anybody asks for. `contended` when others
 * went on with the output, or a 利用停止 was placed or lifted, meanwhile.
 */
export const takeTurn = async (given: Omit<Work, "includes">): Promise<Output | "contended"> => {
  const { output, call, ports } = given;
  const { people, changes } = isBulkUse[output.kind]
    ? await suspendedPeople(ports.database, "use", today(call.occasion))
    : nobody;
  const includes = (person: PersonId) => may(approver, "use:bulk", { suspended: people.has(person) });
  const work: Work = { ...given, includes };
  const { next, examined, leftOut, files } = await produce(work);
  const parts: OutputPart[] = [];
  for (const [nth, file] of files.entries()) parts.push(await kept(file, output.parts + nth + 1, work));
  const finished = next === null;
  const after: OutputOf<typeof output.kind> = {
    ...output,
    state: finished ? stateAfter(output.state, "finish") : output.state,
    cursor: next,
    examined: output.examined + examined,
    leftOut: output.leftOut + leftOut,
    suspensionChanges: output.suspensionChanges ?? changes,
    lines: output.lines + parts.reduce((sum, { lines }) => sum + lines, 0),
    parts: output.parts + parts.length,
    expiresAt: finished ? expiryOf("ready", ports.clock()) : output.expiresAt,
    version: output.version + 1,
  };
  const outcome = await ports.database.transact([
    outputWrite(after),
    ...(changes === null ? [] : [noneChangedSince(changes)]),
    ...parts.map((part) => partWrite(output.outputId, part)),
    auditWrite(
      call.trail({
        kind: "output",
        object: output.outputId,
        purpose: output.purpose,
        codes: [
          finished ? "ready" : "produced",
          `parts-${after.parts}`,
          `lines-${after.lines}`,
          ...(after.leftOut > 0 ? [`left-out-${after.leftOut}`] : []),
        ],
      }),
    ),
  ]);
  return outcome.ok ? after : "contended";
};
