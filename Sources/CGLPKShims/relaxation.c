#include "search.h"
#include <math.h>

static int milliseconds_left(const search *s) {
    if (s->options->time_limit <= 0) return 0x7fffffff;
    double left = 1000 * (s->options->time_limit - seconds_since(s->started));
    return left < 1 ? 1 : left > 2e9 ? 0x7fffffff : (int)left;
}

static int judge_status(worker *w) {
    switch (glp_get_status(w->relaxation)) {
    case GLP_OPT: return is_hopeless(w->search, glp_get_obj_val(w->relaxation)) ? CUT_OFF : RELAXED;
    case GLP_NOFEAS: return CUT_OFF;
    default: return glp_get_prim_stat(w->relaxation) == GLP_NOFEAS ? CUT_OFF : BROKEN;
    }
}

static glp_smcp manner(const search *s, int method) {
    glp_smcp parameters;
    glp_init_smcp(&parameters);
    parameters.msg_lev = GLP_MSG_OFF;
    parameters.meth = method;
    parameters.tm_lim = milliseconds_left(s);
    return parameters;
}

/* Solves the relaxation from no basis: by the primal method, which takes half the time, where it is large
   enough for that to count. */
int relax_anew(worker *w) {
    glp_adv_basis(w->relaxation, 0);
    if (glp_get_num_rows(w->relaxation) < w->search->options->primal_rows) return relax(w, 0);
    glp_smcp parameters = manner(w->search, GLP_PRIMAL);
    int code = glp_simplex(w->relaxation, &parameters);
    if (code == GLP_ETMLIM) return UNFINISHED;
    return code == 0 ? judge_status(w) : relax(w, 0);
}

/* Solves the relaxation from its present basis; 0 as limit means none. */
int relax(worker *w, int iteration_limit) {
    glp_smcp parameters = manner(w->search, GLP_DUALP);
    if (iteration_limit > 0) parameters.it_lim = iteration_limit;
    if (w->search->cutoff < HUGE_VAL) parameters.obj_ul = w->search->cutoff;
    int code = glp_simplex(w->relaxation, &parameters);
    if (code != 0 && code != GLP_EOBJUL && code != GLP_EITLIM && code != GLP_ETMLIM && code != GLP_EBOUND) {
        glp_adv_basis(w->relaxation, 0);
        code = glp_simplex(w->relaxation, &parameters);
    }
    if (code == GLP_EOBJUL || code == GLP_EBOUND) return CUT_OFF;
    if (code == GLP_EITLIM || code == GLP_ETMLIM) return UNFINISHED;
    return code == 0 ? judge_status(w) : BROKEN;
}

void bound_column(worker *w, int column, double lower, double upper) {
    if (w->lower[column] == lower && w->upper[column] == upper) return;
    w->lower[column] = lower;
    w->upper[column] = upper;
    glp_set_col_bnds(w->relaxation, column, lower == upper ? GLP_FX : GLP_DB, lower, upper);
}

/* The present basis. */
basis *save_basis(worker *w) {
    search *s = w->search;
    int rows = glp_get_num_rows(w->relaxation);
    long bytes = sizeof(basis) + rows + s->columns;
    s->basis_bytes += bytes;
    basis *b = claim(s, bytes);
    b->rows = rows;
    b->columns = s->columns;
    b->references = 1;
    for (int i = 1; i <= rows; i++) b->status[i - 1] = glp_get_row_stat(w->relaxation, i);
    for (int j = 1; j <= s->columns; j++) b->status[rows + j - 1] = glp_get_col_stat(w->relaxation, j);
    return b;
}

/* Goes back to a basis, where there is one; rows that are newer than it are basic. At the beginning of a
   task the factors are made anew, so that nothing depends on what the worker did before. */
void load_basis(worker *w, const basis *b) {
    if (b == NULL) {
        glp_adv_basis(w->relaxation, 0);
        return;
    }
    int rows = glp_get_num_rows(w->relaxation);
    for (int i = 1; i <= rows; i++)
        glp_set_row_stat(w->relaxation, i, i <= b->rows ? b->status[i - 1] : GLP_BS);
    for (int j = 1; j <= b->columns; j++)
        glp_set_col_stat(w->relaxation, j, b->status[b->rows + j - 1]);
    if (w->begins_task) glp_factorize(w->relaxation);
    w->begins_task = 0;
}

void drop_basis(search *s, basis *b) {
    if (b == NULL || --b->references > 0) return;
    s->basis_bytes -= sizeof(basis) + b->rows + b->columns;
    give_back(s, b);
}
