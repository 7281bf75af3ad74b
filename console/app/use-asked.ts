import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../api/client.ts";
import type { ShownProblem } from "../api/problem.ts";

export type Asked<Body> =
  | { readonly stage: "asking" }
  | { readonly stage: "answered"; readonly body: Body }
  | { readonly stage: "refused"; readonly problem: ShownProblem };

/** Asks when the screen opens and whenever `key` changes; an answer to an older question is dropped. */
export const useAsked = <Body>(key: string, ask: () => Promise<Answer<Body>>): Asked<Body> => {
  const [asked, setAsked] = useState<Asked<Body>>({ stage: "asking" });
  useEffect(() => {
    let current = true;
    setAsked({ stage: "asking" });
    void ask().then((answer) => {
      if (!current) return;
      setAsked(
        "body" in answer ? { stage: "answered", body: answer.body } : { stage: "refused", problem: answer.problem },
      );
    });
    return () => {
      current = false;
    };
  }, [key]);
  return asked;
};
