import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Client } from "../api/client.ts";
import type { ConsoleOperation, SessionAnswer } from "../api/types.ts";

/** What every screen has at hand while somebody is signed in. */
export interface Desk {
  readonly who: SessionAnswer;
  readonly client: Client;
  /** Says something without moving anybody's place: read out by a screen reader, shown for a while. */
  readonly tell: (message: string) => void;
}

export const DeskContext = createContext<Desk | null>(null);

/** @throws Error outside of the part that only somebody signed in sees. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("nobody is signed in");
  return desk;
};

export const useMay = (operation: ConsoleOperation): boolean => useDesk().who.actions.includes(operation);
