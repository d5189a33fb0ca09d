/**
 * Programs of the WIOA participant record, each with the columns of which 1, 2 or 3 says that the person took part; 4 says that the
 * person was only reported. Who took part in several is counted under the first here: Wagner-Peyser, which nearly everybody is in,
 * comes last. Elements 903, 904, 905, 909 and 918: RSA-TAC-19-01; CALC columns: public individual records from PY2022 on;
 * 910, 911, 917 and 919 from general knowledge, not checked against a source.
 */
export const pirlPrograms = {
  youth: ["905", "CALC4003"],
  adult: ["903", "CALC4001"],
  dislocated_worker: ["904", "CALC4002"],
  dislocated_worker_grant: ["909", "CALC4004"],
  adult_education: ["910"],
  vocational_rehabilitation: ["917"],
  job_corps: ["911"],
  youthbuild: ["919"],
  wagner_peyser: ["918", "CALC4005"],
} as const;

export type PirlProgram = keyof typeof pirlPrograms;

export const pirlProgramNames = Object.keys(pirlPrograms) as [PirlProgram, ...PirlProgram[]];
