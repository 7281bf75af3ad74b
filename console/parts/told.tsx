import type { ComponentChildren } from "preact";
import type { Asked } from "../app/use-asked.ts";
import { ProblemNotice, Waiting } from "./notices.tsx";

interface ToldProps<Body> {
  readonly asked: Asked<Body>;
  readonly children: (body: Body) => ComponentChildren;
}

/** What was asked for: that it is waited for, why it was refused, or what was answered. */
export const Told = <Body,>({ asked, children }: ToldProps<Body>) => {
  switch (asked.stage) {
    case "asking":
      return <Waiting />;
    case "refused":
      return <ProblemNotice problem={asked.problem} />;
    case "answered":
      return <>{children(asked.body)}</>;
  }
};
