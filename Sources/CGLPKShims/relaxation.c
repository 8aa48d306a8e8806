#include "search.h"
#include <float.h>
#include <math.h>

static int milliseconds_left(const search *s) {
    if (s->options->time_limit <= 0) return 0x7fffffff;
    double left = 1000 * (s->options->time_limit - seconds_since(s->started));
    return left < 1 ? 1 : left > 2e9 ? 0x7fffffff : (int)left;
}

/* Runs the simplex method in the time that is left and counts its iterations. */
static int run_simplex(worker *w, glp_smcp *parameters) {
    parameters->tm_lim = milliseconds_left(w->search);
    int before = glp_get_it_cnt(w->relaxation), code = glp_simplex(w->relaxation, parameters);
    w->iterations += glp_get_it_cnt(w->relaxation) - before;
    return code;
}

static int judge_status(worker *w) {
    switch (glp_get_status(w->relaxation)) {
    case GLP_OPT: return is_hopeless(w->search, glp_get_obj_val(w->relaxation)) ? CUT_OFF : RELAXED;
    case GLP_NOFEAS: return CUT_OFF;
    default: return glp_get_prim_stat(w->relaxation) == GLP_NOFEAS ? CUT_OFF : BROKEN;
    }
}

/* The dual method, a hundred times as exact as GLPK is by itself: tolerances are those of the scaled model, where
   what a column costs may be less. */
static glp_smcp manner(void) {
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = GLP_DUALP;
    parameters.tol_bnd = parameters.tol_dj = 1e-9;
    return parameters;
}

/* Several times the iterations that large relaxations take: a method that needs more goes round in a circle. */
static int most_iterations(const worker *w) {
    double lines = 100.0 + glp_get_num_rows(w->relaxation) + glp_get_num_cols(w->relaxation);
    double most = w->search->options->iterations_per_line * lines;
    return most < 0x7fffffff ? (int)most : 0x7fffffff;
}

/* Bounds of a row or, beyond the rows, of a column. */
static void bounds_of(glp_prob *p, int k, double *lower, double *upper) {
    int rows = glp_get_num_rows(p);
    double least = k <= rows ? glp_get_row_lb(p, k) : glp_get_col_lb(p, k - rows);
    double most = k <= rows ? glp_get_row_ub(p, k) : glp_get_col_ub(p, k - rows);
    *lower = least == -DBL_MAX ? -HUGE_VAL : least;
    *upper = most == DBL_MAX ? HUGE_VAL : most;
}

static int is_basic(glp_prob *p, int k) {
    int rows = glp_get_num_rows(p);
    return (k <= rows ? glp_get_row_stat(p, k) : glp_get_col_stat(p, k - rows)) == GLP_BS;
}

/* Whether the basic line that the dual method ended at cannot reach its bounds whatever the others do. Without this
   check small coefficients beside large ones have made it take relaxations for infeasible that are not. */
static int is_out_of_reach(worker *w) {
    search *s = w->search;
    glp_prob *p = w->relaxation;
    int k = glp_get_unbnd_ray(p), room = glp_get_num_rows(p) + glp_get_num_cols(p) + 1;
    if (k == 0 || !glp_bf_exists(p) || !is_basic(p, k)) return 0;
    int *index = claim(s, room * sizeof(int));
    double *value = claim(s, room * sizeof(double)), least = 0, most = 0, lower, upper;
    for (int i = glp_eval_tab_row(p, k, index, value); i > 0; i--) {
        bounds_of(p, index[i], &lower, &upper);
        least += value[i] > 0 ? value[i] * lower : value[i] * upper;
        most += value[i] > 0 ? value[i] * upper : value[i] * lower;
    }
    give_back(s, index);
    give_back(s, value);
    bounds_of(p, k, &lower, &upper);
    return most < lower - 1e-9 * (1 + fabs(lower)) || least > upper + 1e-9 * (1 + fabs(upper));
}

static int is_failure(int code) {
    return code != 0 && code != GLP_EOBJUL && code != GLP_EITLIM && code != GLP_ETMLIM && code != GLP_EBOUND;
}

/* Whether the dual method calls infeasible what may not be. */
static int is_doubtful(worker *w, int code) {
    return code == 0 && glp_get_prim_stat(w->relaxation) == GLP_NOFEAS && !is_out_of_reach(w);
}

/* Solves the relaxation by the dual method from its present basis; 0 as limit means to the end. Where it fails it
   begins anew in short steps; where it goes round in a circle or its word is doubtful the primal method does. */
static int relax_by(worker *w, int ratio_test, int iteration_limit) {
    glp_smcp parameters = manner();
    int to_the_end = iteration_limit == 0;
    parameters.r_test = ratio_test;
    parameters.it_lim = to_the_end ? most_iterations(w) : iteration_limit;
    if (w->search->cutoff < HUGE_VAL) parameters.obj_ul = w->search->cutoff;
    int code = run_simplex(w, &parameters);
    if (is_failure(code)) {
        glp_adv_basis(w->relaxation, 0);
        parameters.r_test = GLP_RT_HAR;
        code = run_simplex(w, &parameters);
    }
    int is_circle = to_the_end && code == GLP_EITLIM;
    if (is_circle || is_doubtful(w, code)) {
        glp_adv_basis(w->relaxation, 0);
        parameters.meth = GLP_PRIMAL;
        parameters.r_test = GLP_RT_HAR;
        parameters.it_lim = most_iterations(w);
        code = run_simplex(w, &parameters);
    }
    if (code == GLP_EOBJUL || code == GLP_EBOUND) return CUT_OFF;
    if (code == GLP_ETMLIM || (code == GLP_EITLIM && !to_the_end)) return UNFINISHED;
    return code == 0 ? judge_status(w) : BROKEN;
}

/* Solves the relaxation from no basis, in long steps: they spare a third to a half of its iterations. */
int relax_anew(worker *w) {
    glp_adv_basis(w->relaxation, 0);
    return relax_by(w, GLP_RT_FLIP, 0);
}

/* Solves the relaxation from its present basis; 0 as limit means to the end. */
int relax(worker *w, int iteration_limit) { return relax_by(w, GLP_RT_HAR, iteration_limit); }

void bound_column(worker *w, int column, double lower, double upper) {
    if (w->lower[column] == lower && w->upper[column] == upper) return;
    w->lower[column] = lower;
    w->upper[column] = upper;
    int at = place_of(w, column);
    if (at > 0) glp_set_col_bnds(w->relaxation, at, lower == upper ? GLP_FX : GLP_DB, lower, upper);
}
