import Linear
import Portfolio
