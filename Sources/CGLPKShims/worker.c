#include "search.h"
#include <math.h>
#include <string.h>

/* A column counts as integer within this. */
static const double integrality = 1e-7;

int is_integer(const search *s, int column) { return s->model->is_integer[column - 1]; }

/* How far a column's value lies above an integer; 0 where it is one. */
double fraction(const worker *w, int column) {
    double part = w->values[column] - floor(w->values[column]);
    return part <= integrality || part >= 1 - integrality ? 0 : part;
}

/* Whether no wanted solution has this objective. */
int is_hopeless(const search *s, double bound) {
    return s->cutoff < HUGE_VAL && bound >= s->cutoff - 1e-10 * (1 + fabs(s->cutoff));
}

static int bound_type(double lower, double upper) {
    if (lower == upper) return GLP_FX;
    if (isinf(lower)) return isinf(upper) ? GLP_FR : GLP_UP;
    return isinf(upper) ? GLP_LO : GLP_DB;
}

int add_row(worker *w, int terms, const int *index, const double *value, double lower, double upper) {
    int row = glp_add_rows(w->relaxation, 1);
    glp_set_mat_row(w->relaxation, row, terms, index, value);
    glp_set_row_bnds(w->relaxation, row, bound_type(lower, upper), lower, upper);
    return row;
}

/* Builds the relaxation of the whole model, without the rows that the search knows beyond it. */
void make_relaxation(worker *w) {
    search *s = w->search;
    const cglpk_model *m = s->model;
    glp_prob *p = w->relaxation = glp_create_prob();
    glp_set_obj_dir(p, GLP_MIN);
    glp_set_obj_coef(p, 0, m->constant);
    if (m->columns > 0) glp_add_cols(p, m->columns);
    for (int j = 1; j <= m->columns; j++) {
        /* GLPK's generators of cuts look at the kind. */
        if (is_integer(s, j)) glp_set_col_kind(p, j, GLP_IV);
        glp_set_col_bnds(p, j, bound_type(w->lower[j], w->upper[j]), w->lower[j], w->upper[j]);
        glp_set_obj_coef(p, j, m->cost[j - 1]);
    }
    int *index = claim(s, (m->columns + 1) * sizeof(int));
    double *value = claim(s, (m->columns + 1) * sizeof(double));
    for (int i = 0; i < m->rows; i++) {
        int n = 0;
        for (int k = m->row_begin[i]; k < m->row_begin[i + 1]; k++) {
            index[++n] = m->column[k] + 1;
            value[n] = m->value[k];
        }
        add_row(w, n, index, value, m->row_lower[i], m->row_upper[i]);
    }
    give_back(s, index);
    give_back(s, value);
    glp_scale_prob(p, GLP_SF_EQ | GLP_SF_2N);
}

/* Makes a worker with its relaxation on this thread. */
void make_worker(worker *w, search *s) {
    int n = s->columns;
    if (s->options->memory_mib > 0) glp_mem_limit(s->options->memory_mib);
    w->search = s;
    w->lower = claim(s, (n + 1) * sizeof(double));
    w->upper = claim(s, (n + 1) * sizeof(double));
    memcpy(w->lower, s->first_lower, (n + 1) * sizeof(double));
    memcpy(w->upper, s->first_upper, (n + 1) * sizeof(double));
    w->goal_lower = claim(s, (n + 1) * sizeof(double));
    w->goal_upper = claim(s, (n + 1) * sizeof(double));
    w->values = claim(s, (n + 1) * sizeof(double));
    w->scores = claim(s, (n + 1) * sizeof(double));
    w->candidates = claim(s, (n + 1) * sizeof(int));
    w->queue = claim(s, (s->model->rows + 1) * sizeof(int));
    w->is_queued = claim(s, s->model->rows + 1);
    for (int direction = DOWN; direction <= UP; direction++) {
        w->costs[direction] = claim(s, (n + 1) * sizeof(pseudocost));
        w->group_costs[direction] = claim(s, (n + 1) * sizeof(pseudocost));
    }
    make_relaxation(w);
}
