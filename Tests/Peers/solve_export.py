"""Solves an exported model with HiGHS and prints its optimum: solve_export.py MODEL."""

import sys

import highspy

solver = highspy.Highs()
solver.setOptionValue("output_flag", False)
solver.setOptionValue("threads", 1)
solver.setOptionValue("mip_rel_gap", 1e-9)
solver.setOptionValue("mip_abs_gap", 1e-9)
if solver.readModel(sys.argv[1]) != highspy.HighsStatus.kOk:
    sys.exit(f"{sys.argv[1]}: HiGHS cannot read the model")
solver.run()
status = solver.getModelStatus()
if status != highspy.HighsModelStatus.kOptimal:
    sys.exit(f"{sys.argv[1]}: {solver.modelStatusToString(status)}")
print(repr(solver.getInfo().objective_function_value))
