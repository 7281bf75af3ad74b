import { type Acceptance, eraseRefusals, eraseSet } from "../../functions/linkage/takeover/erase-set.ts";
import { certificateName } from "../../shared/audit/certificate.ts";
import { documentNumberSchema } from "../../shared/contracts/takeover.ts";
import { exit, Misuse, needed } from "../operator/command.ts";
import { type Given, officerIn, operatorOf, setOf, type Values } from "./given.ts";

const acceptanceOf = (values: Values): Acceptance | null => {
  const { accept: code, officer } = values;
  if (code === undefined) return null;
  const documentNumber = documentNumberSchema.safeParse(needed(values["document-number"], "document-number"));
  if (!documentNumber.success) throw new Misuse("文書番号の形が違う / unfit document number");
  return { code, officer: officerIn(needed(officer, "officer")), documentNumber: documentNumber.data };
};

export const erase = async ({ values, ports }: Given): Promise<number> => {
  const order = {
    set: setOf(values),
    operator: operatorOf(values),
    confirm: needed(values.confirm, "confirm"),
    accept: acceptanceOf(values),
  };
  const done = await eraseSet(ports(), order);
  if ("refused" in done) {
    console.error(`消していない / refused: ${done.refused} ${eraseRefusals[done.refused]}`);
    return exit.refused;
  }
  if ("stillThere" in done) {
    console.error("残っているので証明していない / not certified:");
    for (const name of done.stillThere) console.error(name);
    return exit.refused;
  }
  console.log(`消去証明 / certificate: ${done.certificateId} (${certificateName(done.certificateId)})`);
  return exit.done;
};
