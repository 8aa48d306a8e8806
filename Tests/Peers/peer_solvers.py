"""Solves an exported model with another solver and prints one line of JSON:
peer_solvers.py highs|scip|cbc|glpsol MODEL.mps SECONDS THREADS.

Models are minimisations, as `selaras export` writes them. The line holds seconds, value, bound, the
incumbents as [seconds, value] where the solver tells them, and its version; or why it was not run."""

import json
import re
import subprocess
import sys
import time

GAP = 1e-6


def highs(model, seconds, threads):
    import highspy

    solver = highspy.Highs()
    for name, value in {"output_flag": False, "threads": threads, "time_limit": seconds, "mip_rel_gap": GAP}.items():
        solver.setOptionValue(name, value)
    solver.readModel(model)
    incumbents = []
    begin = time.monotonic()
    solver.cbMipImprovingSolution.subscribe(
        lambda event: incumbents.append([time.monotonic() - begin, event.data_out.objective_function_value]))
    solver.run()
    info = solver.getInfo()
    has_value = info.primal_solution_status == 2
    return time.monotonic() - begin, info.objective_function_value if has_value else None, info.mip_dual_bound, incumbents, f"HiGHS {solver.version()}"


def scip(model, seconds, threads):
    import pyscipopt

    class Watch(pyscipopt.Eventhdlr):
        def eventinit(self):
            self.model.catchEvent(pyscipopt.SCIP_EVENTTYPE.BESTSOLFOUND, self)

        def eventexec(self, event):
            incumbents.append([time.monotonic() - begin, self.model.getSolObjVal(self.model.getBestSol())])

    incumbents, begin = [], time.monotonic()
    solver = pyscipopt.Model()
    solver.hideOutput()
    solver.readProblem(model)
    solver.includeEventhdlr(Watch(), "watch", "notes incumbents")
    solver.setParam("limits/time", seconds)
    solver.setParam("limits/gap", GAP)
    begin = time.monotonic()
    solver.optimize()
    value = solver.getObjVal() if solver.getNSols() else None
    return time.monotonic() - begin, value, solver.getDualbound(), incumbents, f"SCIP {solver.version()}"


def cbc(model, seconds, threads):
    begin = time.monotonic()
    options = ["-threads", str(threads)] if threads > 1 else []
    said = subprocess.run(["cbc", model, *options, "-ratio", str(GAP), "-sec", str(seconds), "-solve", "-quit"],
                          capture_output=True, text=True).stdout
    spent = time.monotonic() - begin
    value = re.search(r"Objective value:\s+(\S+)", said)
    bound = re.search(r"Lower bound:\s+(\S+)", said)
    version = re.search(r"Version:\s+(\S+)", said)
    value = float(value[1]) if value else None
    return spent, value, float(bound[1]) if bound else value, [], f"CBC {version[1] if version else ''}"


def glpsol(model, seconds, threads):
    begin = time.monotonic()
    said = subprocess.run(["glpsol", "--freemps", model, "--min", "--cuts", "--pcost", "--bestb", "--tmlim", str(int(seconds))],
                          capture_output=True, text=True).stdout
    spent = time.monotonic() - begin
    lines = [re.search(r"mip = +(\S+) [<>]= +(tree is empty|\S+)", line) for line in said.splitlines() if line.startswith("+")]
    last = [match for match in lines if match][-1:]
    version = re.search(r"GLPSOL.*?(\d+\.\d+)", said)
    value = float(last[0][1]) if last and last[0][1] != "not" else None
    bound = None if not last else value if last[0][2] == "tree is empty" else float(last[0][2])
    return spent, value, bound, [], f"GLPSOL {version[1] if version else ''}"


def main():
    name, model, seconds, threads = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
    try:
        spent, value, bound, incumbents, version = globals()[name](model, seconds, threads)
        print(json.dumps({"seconds": spent, "value": value, "bound": bound, "incumbents": incumbents, "version": version}))
    except (ImportError, FileNotFoundError) as error:
        print(json.dumps({"skipped": str(error)}))


main()
