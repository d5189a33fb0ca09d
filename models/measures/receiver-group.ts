/** Partners that receive referrals, by the kind they are: few enough groups that a sender's counts can be shown. */
export interface ReceiverGroup {
  id: "hub" | "housing" | "work" | "other";
  title: string;
  /** Kinds of partners in it. */
  kinds: readonly string[];
}

const named: readonly ReceiverGroup[] = [
  { id: "hub", title: "care coordination hubs", kinds: ["care_coordination_hub"] },
  { id: "housing", title: "housing agencies", kinds: ["housing_agency"] },
  { id: "work", title: "work and learning partners", kinds: ["workforce_board", "adult_education"] },
];

/** Partners of any kind that no other group names. */
const others: ReceiverGroup = { id: "other", title: "other partners", kinds: [] };

/** Every group of receivers, the one of all others last. */
export const receiverGroups: readonly ReceiverGroup[] = [...named, others];

/** The group of a kind of partner. */
export const receiverGroupOf = (kind: string): ReceiverGroup =>
  named.find(({ kinds }) => kinds.includes(kind)) ?? others;
