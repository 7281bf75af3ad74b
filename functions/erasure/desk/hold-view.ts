import { holdReasons } from "../../../shared/domain/erasures.ts";
import type { PersonId } from "../../../shared/domain/ids.ts";
import { keysOf } from "../../../shared/domain/keys-of.ts";
import { type RetentionClass, retentionClasses } from "../../../shared/domain/retention.ts";
import { type Hold, holdTarget } from "../../../shared/stores/holds.ts";

/** Whom or what a hold is on. */
export const heldOf = ({ target }: Hold): { readonly person: PersonId } | { readonly class: RetentionClass } => {
  const name = keysOf(retentionClasses).find((each) => target === holdTarget({ class: each }));
  // What is no class is a pseudonym: targets are written by holdTarget alone.
  return name ? { class: name } : { person: target.slice("PERSON#".length) as PersonId };
};

/** A hold as an answer shows it; the 宛名番号 where it is on somebody who can be named. */
export const holdView = (hold: Hold, atenaNumber: string | null) => {
  const held = heldOf(hold);
  const { target: _target, version: _version, ...rest } = hold;
  return {
    ...rest,
    reasonLabel: holdReasons[hold.reason],
    atenaNumber,
    class: "class" in held ? held.class : null,
    classLabel: "class" in held ? retentionClasses[held.class].title : null,
  };
};
