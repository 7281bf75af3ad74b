import { type ErasureItem, erasureItemWrite } from "../../../shared/stores/erasures.ts";
import { itemAs, type Pass } from "./pass.ts";

/** Keeps what became of something that is nobody's. @throws when it was not written: the walk begins again at its page. */
export const settle = async (
  item: ErasureItem,
  change: Parameters<typeof itemAs>[1],
  { turn, erasureId }: Pass,
): Promise<void> => {
  const outcome = await turn.ports.database.transact([erasureItemWrite(erasureId, itemAs(item, change))]);
  if (!outcome.ok) throw new Error("the word on what goes could not be kept");
};
